"""Ensemble Kalman filter, observation operator and innovation diagnostics."""
